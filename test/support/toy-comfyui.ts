/** The flags that it declares, as comfy/cli_args.py does. */
export const toyArguments = `
import argparse
parser = argparse.ArgumentParser()
for name in ("user-directory", "output-directory", "temp-directory", "database-url"):
    parser.add_argument("--" + name)
parser.add_argument("--port", type=int, default=8188)
parser.add_argument("--disable-all-custom-nodes", action="store_true")
parser.add_argument("--cpu", action="store_true")
`;

/**
 * A ComfyUI that speaks the real endpoints and needs nothing but a Python: its sampler tells of
 * five steps on the WebSocket, its picture depends on the seed and on TOY_PICTURE.
 */
export const toyComfyUi = String.raw`
import base64, hashlib, json, os, struct, sys, threading, time, zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlparse
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from comfy.cli_args import parser
args = parser.parse_args()
sockets, history, waiting, here = {}, {}, set(), os.path.dirname(os.path.abspath(__file__))

def png(seed):
    kind = open(os.path.join(here, "picture")).read().strip()
    def value(x, y):
        if kind == "black":
            return 0
        if kind == "noise":
            return hashlib.md5(b"%d %d %d" % (x, y, seed)).digest()[0]
        return (x * 3 + y * 2 + seed * 5 + (40 if kind == "other" and x > 32 else 0)) % 200
    rows = b"".join(b"\0" + bytes(each for x in range(64) for each in [value(x, y)] * 3) for y in range(64))
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    header = struct.pack(">IIBBBBB", 64, 64, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")

def tell(client, kind, data):
    text = json.dumps({"type": kind, "data": data, "padding": "x" * 120}).encode()
    sockets[client].write(b"\x81" + (bytes([len(text)]) if len(text) < 126 else b"\x7e" + struct.pack(">H", len(text))) + text)
    sockets[client].flush()

def work(id, prompt, client):
    begun = time.time() * 1000
    seeds = [node["inputs"]["seed"] for node in prompt.values() if "seed" in node["inputs"]]
    if seeds:
        for step in range(5):
            tell(client, "progress", {"value": step + 1, "max": 5, "prompt_id": id, "node": "3"})
            time.sleep(0.02)
    broken = any(node["class_type"] == "Breaks" for node in prompt.values())
    last = ["execution_error", {"timestamp": begun, "exception_type": "RuntimeError", "exception_message": "no kernel image"}] if broken else ["execution_success", {"timestamp": time.time() * 1000}]
    image = {"filename": "seed_%d.png" % (seeds or [0])[0], "subfolder": "", "type": "temp"}
    history[id] = {"outputs": {} if broken else {"9": {"images": [image]}}, "status": {"status_str": "error" if broken else "success", "completed": not broken, "messages": [["execution_start", {"timestamp": begun}], last]}}
    waiting.discard(id)

class Handler(BaseHTTPRequestHandler):
    def log_message(self, *words):
        pass
    def answer(self, body, status=200, kind="application/json"):
        body = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
    def do_GET(self):
        url = urlparse(self.path)
        if url.path == "/ws":
            key = self.headers["Sec-WebSocket-Key"].encode() + b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
            self.send_response(101)
            self.send_header("Upgrade", "websocket")
            self.send_header("Connection", "Upgrade")
            self.send_header("Sec-WebSocket-Accept", base64.b64encode(hashlib.sha1(key).digest()).decode())
            sockets[parse_qs(url.query)["clientId"][0]] = self.wfile
            self.end_headers()
            while self.rfile.read(1):
                pass
        elif url.path == "/system_stats":
            self.answer({"system": {}, "devices": [{"type": "cuda", "torch_vram_total": 512 * 1024 * 1024}]})
        elif url.path == "/queue":
            self.answer({"queue_running": [[0, id] for id in sorted(waiting)], "queue_pending": []})
        elif url.path.startswith("/history/"):
            id = url.path.split("/")[-1]
            self.answer({id: history[id]} if id in history else {})
        elif url.path == "/view":
            self.answer(png(int(parse_qs(url.query)["filename"][0][5:-4])), kind="image/png")
    def do_POST(self):
        told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path != "/prompt":
            return self.answer({})
        prompt = told["prompt"]
        if any(node["class_type"] == "SaveImage" for node in prompt.values()):
            raise SystemExit("pictures were to be saved among the user's")
        if any(node["inputs"].get("ckpt_name") == "gone.safetensors" for node in prompt.values()):
            problem = {"type": "value_not_in_list", "details": "ckpt_name: 'gone.safetensors' not in []"}
            return self.answer({"error": {"message": "Prompt outputs failed validation", "details": ""}, "node_errors": {"4": {"errors": [problem]}}}, 400)
        id = "run-%d" % (len(history) + 1)
        waiting.add(id)
        self.answer({"prompt_id": id, "node_errors": []})
        threading.Thread(target=work, args=(id, prompt, told["client_id"])).start()

ThreadingHTTPServer(("127.0.0.1", args.port), Handler).serve_forever()
`;
