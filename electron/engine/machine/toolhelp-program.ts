/**
 * Asks Windows about processes from within any Python, through ctypes: where PowerShell and wmic
 * are locked, this still answers. Fed on standard input; its arguments are what is asked, and it
 * prints one line of JSON. Looks only. Works from Python 3.6 on.
 *
 * `processes`: [[pid, parent, program, command line, start]]; `modules PID,PID FOLDER...`: the
 * numbers of those that have a library below one of the folders; `started PID`: its start, or null.
 */
export const toolhelpProgram = String.raw`
import ctypes, json, os, sys
from ctypes import POINTER, byref, c_long, c_size_t, c_ulong, c_void_p, sizeof
from ctypes import wintypes as w

kernel = ctypes.WinDLL("kernel32", use_last_error=True)
ntdll = ctypes.WinDLL("ntdll")
NO_HANDLE = c_void_p(-1).value

class Process(ctypes.Structure):
    _fields_ = [("size", w.DWORD), ("usage", w.DWORD), ("pid", w.DWORD), ("heap", c_size_t),
                ("module", w.DWORD), ("threads", w.DWORD), ("parent", w.DWORD), ("priority", w.LONG),
                ("flags", w.DWORD), ("name", w.WCHAR * 260)]

class Module(ctypes.Structure):
    _fields_ = [("size", w.DWORD), ("module", w.DWORD), ("pid", w.DWORD), ("usage", w.DWORD),
                ("own_usage", w.DWORD), ("base", c_void_p), ("bytes", w.DWORD), ("handle", w.HMODULE),
                ("name", w.WCHAR * 256), ("path", w.WCHAR * 260)]

class Text(ctypes.Structure):
    _fields_ = [("length", w.USHORT), ("maximum", w.USHORT), ("buffer", c_void_p)]

def declare(library, name, result, *parameters):
    function = getattr(library, name)
    function.restype, function.argtypes = result, parameters
    return function

snapshot = declare(kernel, "CreateToolhelp32Snapshot", c_void_p, w.DWORD, w.DWORD)
first_process = declare(kernel, "Process32FirstW", w.BOOL, w.HANDLE, POINTER(Process))
next_process = declare(kernel, "Process32NextW", w.BOOL, w.HANDLE, POINTER(Process))
first_module = declare(kernel, "Module32FirstW", w.BOOL, w.HANDLE, POINTER(Module))
next_module = declare(kernel, "Module32NextW", w.BOOL, w.HANDLE, POINTER(Module))
open_process = declare(kernel, "OpenProcess", w.HANDLE, w.DWORD, w.BOOL, w.DWORD)
close = declare(kernel, "CloseHandle", w.BOOL, w.HANDLE)
image_name = declare(kernel, "QueryFullProcessImageNameW", w.BOOL, w.HANDLE, w.DWORD, w.LPWSTR, POINTER(w.DWORD))
times = declare(kernel, "GetProcessTimes", w.BOOL, w.HANDLE, *[POINTER(w.FILETIME)] * 4)
read = declare(kernel, "ReadProcessMemory", w.BOOL, w.HANDLE, c_void_p, c_void_p, c_size_t, POINTER(c_size_t))
query = declare(ntdll, "NtQueryInformationProcess", c_long, w.HANDLE, c_ulong, c_void_p, c_ulong, POINTER(c_ulong))

def walk(kind, pid, entry, first, following):
    for _ in range(5):
        handle = snapshot(kind, pid)
        # ERROR_BAD_LENGTH: the libraries changed while they were listed; ask again.
        if handle != NO_HANDLE or ctypes.get_last_error() != 24:
            break
    if handle is None or handle == NO_HANDLE:
        return
    try:
        entry.size = sizeof(entry)
        more = first(handle, byref(entry))
        while more:
            yield entry
            more = following(handle, byref(entry))
    finally:
        close(handle)

def with_process(rights, pid, question):
    handle = open_process(rights, False, pid)
    if not handle:
        return None
    try:
        return question(handle)
    except Exception:
        return None
    finally:
        close(handle)

def program_of(handle):
    length = w.DWORD(32768)
    text = ctypes.create_unicode_buffer(length.value)
    return text.value if image_name(handle, 0, text, byref(length)) else None

def start_of(handle):
    start, end, kernel_time, user_time = (w.FILETIME() for _ in range(4))
    if not times(handle, byref(start), byref(end), byref(kernel_time), byref(user_time)):
        return None
    if end.dwHighDateTime or end.dwLowDateTime:
        return None
    return str(start.dwHighDateTime << 32 | start.dwLowDateTime)

def line_of(handle):
    answer, length = ctypes.create_string_buffer(0x11000), c_ulong()
    # ProcessCommandLineInformation, from Windows 8.1 on.
    if query(handle, 60, answer, sizeof(answer), byref(length)) < 0:
        return None
    text = Text.from_buffer(answer)
    return ctypes.wstring_at(text.buffer, text.length // 2)

def memory(handle, address, count):
    answer = ctypes.create_string_buffer(count)
    if not read(handle, address, answer, count, None):
        raise OSError("not readable")
    return answer

def line_in_memory(handle):
    basic, length = (c_void_p * 6)(), c_ulong()
    if sizeof(c_void_p) != 8 or query(handle, 0, basic, sizeof(basic), byref(length)) < 0:
        return None
    parameters = c_void_p.from_buffer(memory(handle, basic[1] + 0x20, 8)).value
    text = Text.from_buffer(memory(handle, parameters + 0x70, sizeof(Text)))
    return memory(handle, text.buffer, text.length).raw.decode("utf-16-le", "replace")

def processes():
    found = [(each.pid, each.parent) for each in walk(0x2, 0, Process(), first_process, next_process)]
    rows = []
    for pid, parent in found:
        # PROCESS_QUERY_LIMITED_INFORMATION; with PROCESS_VM_READ only where that is not enough.
        program, line, start = with_process(0x1000, pid, lambda handle: (program_of(handle), line_of(handle), start_of(handle))) or (None, None, None)
        rows.append([pid, parent, program, line or with_process(0x0410, pid, line_in_memory), start])
    return rows

def modules(pids, folders):
    below = [folder.lower() for folder in folders]
    def has(pid):
        for each in walk(0x18, pid, Module(), first_module, next_module):
            path = each.path[4:] if each.path.startswith("\\\\?\\") else each.path
            if path.lower().startswith(tuple(below)):
                return True
        return False
    wanted = pids or [each.pid for each in walk(0x2, 0, Process(), first_process, next_process)]
    return [pid for pid in wanted if pid != os.getpid() and pid != 0 and has(pid)]

def answer(question, *words):
    if question == "processes":
        return [os.getpid(), processes()]
    if question == "modules":
        return modules([int(pid) for pid in words[0].split(",") if pid], words[1:])
    return with_process(0x1000, int(words[0]), start_of)

print(json.dumps(answer(*sys.argv[1:])))
`;
