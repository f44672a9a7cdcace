/**
 * Names of servers that everybody uses and that help to tell what happened: where packages, models
 * and drivers come from. Any other name in an address may be that of a company or of a home.
 */
const domains = [
  ...['pypi.org', 'pythonhosted.org', 'python.org', 'pytorch.org', 'anaconda.org', 'anaconda.com'],
  ...['github.com', 'githubusercontent.com', 'github.io', 'gitlab.com', 'gitee.com', 'gitcode.com'],
  ...['huggingface.co', 'hf.co', 'hf-mirror.com', 'civitai.com', 'modelscope.cn', 'comfy.org'],
  ...['nvidia.com', 'amd.com', 'intel.com', 'microsoft.com', 'aka.ms', 'docker.io', 'docker.com'],
  ...['googleapis.com', 'google.com', 'gstatic.com', 'readthedocs.io', 'w3.org', 'ghproxy.com'],
  ...['tsinghua.edu.cn', 'aliyun.com', 'aliyuncs.com', 'tencent.com', 'ustc.edu.cn', 'sjtu.edu.cn'],
  ...['cernet.edu.cn', 'nju.edu.cn', 'bfsu.edu.cn', 'zju.edu.cn', 'hit.edu.cn', 'douban.com'],
  // RFC 2606 and RFC 6761: nobody's.
  ...['example', 'example.com', 'example.org', 'invalid', 'localhost'],
];

const escaped = domains.map((each) => each.replaceAll('.', String.raw`\.`)).join('|');

/** A name, or part of one, that stays: source of an expression for flag `i`. */
export const publicHost = String.raw`(?:(?:[\w-]{1,63}\.){0,5}(?:${escaped})|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|0\.0\.0\.0|\[::1?\])(?![\w.-])`;
