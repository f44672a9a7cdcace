/**
 * What every probe program begins with. Fed to the user's interpreter on standard input with a
 * marker and a request (JSON) as arguments; each answer is one line, the marker and JSON, written
 * as soon as it is known: what a crash takes is only what comes after. Python 3.8 to 3.14.
 */
export const frameProgram = String.raw`
import faulthandler, json, os, sys, time, warnings

marker = sys.argv[1]
request = json.loads(sys.argv[2])
begun = time.monotonic()
# A native crash then says on the error stream where Python was.
faulthandler.enable()

if os.name == "nt":
    # A crash would open a dialog box and wait for a click.
    try:
        import ctypes
        ctypes.windll.kernel32.SetErrorMode(0x0001 | 0x0002 | 0x8000)
    except Exception:
        pass

def limit(name, most):
    try:
        import resource
        resource.setrlimit(getattr(resource, name), (most, most))
    except (ImportError, AttributeError, ValueError, OSError):
        pass

# A crash leaves no image of the memory behind.
limit("RLIMIT_CORE", 0)

def tell(kind, **fields):
    sys.stdout.write("\n" + marker + json.dumps(dict(fields, kind=kind)) + "\n")
    sys.stdout.flush()

def describe(error):
    return (type(error).__name__ + ": " + str(error))[:2000]

def leave():
    # Interpreter shutdown with half-loaded CUDA libraries can hang or crash: leave at once.
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)

class Refused(Exception):
    """The backend says by itself that it cannot do this here."""

def ask(question, otherwise=None):
    try:
        return question()
    except Exception:
        return otherwise
`;
