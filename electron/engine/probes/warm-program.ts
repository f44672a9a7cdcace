/** A Python that has torch imported while other packages are exchanged, and goes on when they are. */
export type Warm = {
  /** A file: nothing else is imported before it is there. Also an argument of the process, to know it by. */
  go: string;
  /** What the packages that are exchanged are imported as. */
  modules: readonly string[];
  /** It runs, and nothing of them came in with its start. */
  onReady: () => void;
};

/** The word with which it tells that. */
export const warmWord = 'attention-doctor-warm';

/**
 * Stands before a probe's own program. Ends with exit code 75 and without an answer wherever it
 * could not answer as a fresh Python would: what is exchanged was loaded too early, torch does not
 * import, or nobody waits for it any more. Works from Python 3.7 on.
 */
export function warmProgram({ go, modules }: Warm): string {
  const told = Buffer.from(JSON.stringify({ go, modules })).toString('base64');
  return `import base64, json\nwarm = json.loads(base64.b64decode("${told}").decode("utf-8"))\n${program}`;
}

const program = `
def wait_warm(go, modules):
    import importlib, os, sys, time

    def leave_if(doubt):
        if doubt:
            sys.stdout.flush()
            os._exit(75)

    def came_early():
        return any(each.split(".")[0] in modules for each in list(sys.modules))

    parent, begun = os.getppid(), time.monotonic()
    leave_if(came_early())
    print("${warmWord}", flush=True)
    try:
        import torch
    except BaseException:
        leave_if(True)
    leave_if(came_early())
    while not os.path.exists(go):
        leave_if(os.getppid() != parent or time.monotonic() - begun > 3600)
        time.sleep(0.01)
    importlib.invalidate_caches()

wait_warm(**warm)
del wait_warm, warm
`;
