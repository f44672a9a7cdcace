import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { BuiltWheel } from './wheel.ts';

/**
 * Sources that compile to this wheel, as an index has them. Their build program notes what it was
 * told in a file of the package; with `broken` it says that and fails.
 */
export function sourcesOf(wheel: BuiltWheel, options: { broken?: string } = {}): BuiltWheel {
  const folder = `${wheel.name}-${wheel.version}`;
  const files: [string, Uint8Array][] = [
    ['PKG-INFO', text(wheel.metadata)],
    ['pyproject.toml', text(project)],
    ['backend.py', text(backend)],
    ['broken.txt', text(options.broken ?? '')],
    [`payload/${wheel.fileName}`, wheel.bytes],
  ];
  const bytes = gzipSync(tar(files.map(([name, content]) => [`${folder}/${name}`, content])), {
    level: 1,
  });
  return {
    ...wheel,
    fileName: `${folder}.tar.gz`,
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

const project = `[build-system]
requires = ["setuptools", "torch"]
build-backend = "backend"
backend-path = ["."]
`;

/** The two hooks of PEP 517 that pip needs; it sees the torch of the environment, or fails. */
const backend = String.raw`
import base64, hashlib, json, os, sys, zipfile
import torch

payload = os.path.join(os.path.dirname(os.path.abspath(__file__)), "payload")
[wheel] = os.listdir(payload)
name, version = wheel.split("-")[:2]

def prepare_metadata_for_build_wheel(folder, settings=None):
    inside = "%s-%s.dist-info" % (name, version)
    with zipfile.ZipFile(os.path.join(payload, wheel)) as archive:
        for each in archive.namelist():
            if each.startswith(inside + "/"):
                archive.extract(each, folder)
    return inside

def build_wheel(folder, settings=None, metadata=None):
    for step in (1, 2):
        print("[%d/2] nvcc kernel%d.cu" % (step, step), flush=True)
    with open(os.path.join(os.path.dirname(payload), "broken.txt")) as file:
        broken = file.read()
    if broken:
        print(broken, flush=True)
        sys.exit(1)
    told = ("MAX_JOBS", "TORCH_CUDA_ARCH_LIST", "CUDA_HOME", "FORCE_CUDA")
    note = json.dumps({"torch": torch.__version__, **{each: os.environ.get(each) for each in told}})
    path = name + "/_built_with.json"
    digest = base64.urlsafe_b64encode(hashlib.sha256(note.encode()).digest()).rstrip(b"=").decode()
    record = "%s-%s.dist-info/RECORD" % (name, version)
    source = zipfile.ZipFile(os.path.join(payload, wheel))
    with zipfile.ZipFile(os.path.join(folder, wheel), "w") as made:
        for each in source.namelist():
            content = source.read(each)
            if each == record:
                content = ("%s,sha256=%s,%d\n" % (path, digest, len(note))).encode() + content
            made.writestr(each, content)
        made.writestr(path, note)
    return wheel
`;

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

/** A tape archive with plain files (POSIX.1-1988 ustar): blocks of 512 bytes, two empty ones last. */
function tar(files: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const blocks = files.flatMap(([name, content]) => [
    header(name, content.length),
    content,
    new Uint8Array((512 - (content.length % 512)) % 512),
  ]);
  return Buffer.concat([...blocks, new Uint8Array(1024)]);
}

function header(name: string, bytes: number): Uint8Array {
  const block = Buffer.alloc(512);
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`;
  block.write(name, 0, 100);
  block.write(octal(0o644, 7), 100);
  block.write(octal(0, 7), 108);
  block.write(octal(0, 7), 116);
  block.write(octal(bytes, 11), 124);
  block.write(octal(0, 11), 136);
  block.write('        ', 148);
  block.write('0', 156);
  block.write('ustar\0' + '00', 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}
