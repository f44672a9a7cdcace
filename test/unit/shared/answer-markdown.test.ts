import { describe, expect, it } from 'vitest';
import { answerMarkdown } from '../../../shared/answer-markdown.ts';
import { hostileText, sampleAnalysis } from '../../support/sample-analyses.ts';
import { analyse } from '../../support/log-templates/analyse.ts';

const log = [
  '** Python executable: D:\\AI\\ComfyUI_windows_portable\\python_embeded\\python.exe',
  'xFormers was built for:',
  '    PyTorch 2.3.1+cu121 with CUDA 1201 (you have 2.6.0+cu124)',
];

describe('an answer as Markdown', () => {
  it('has the verdict, the lines that say it, the steps with their commands, and the way back', () => {
    const text = answerMarkdown('en', analyse(log));
    expect(text).toMatch(/^## xFormers does not fit/);
    expect(text).toContain(
      '```text\nPyTorch 2.3.1+cu121 with CUDA 1201 (you have 2.6.0+cu124)\n```',
    );
    expect(text).toContain(
      '   ```bat\n   .\\python_embeded\\python.exe -s -m pip install xformers==0.0.29.post3',
    );
    expect(text).toMatch(/^3\. Put in xformers==0\.0\.29\.post3/m);
    expect(text).toMatch(/^What changes: /m);
    expect(text).toMatch(/^To undo: /m);
    expect(text.endsWith('\n')).toBe(true);
  });

  it('is written in the language chosen', () => {
    const text = answerMarkdown('zh-CN', analyse(log));
    expect(text).toContain('会改变什么：');
    expect(text).toContain('由注意力医生解答');
    expect(text).not.toMatch(/To undo|What changes/);
  });

  it('keeps a line of a log from being markup, and from ending its block', () => {
    const text = answerMarkdown('en', sampleAnalysis());
    expect(text).toContain(`\`\`\`text\n${hostileText}\n\`\`\``);
    const fence = answerMarkdown(
      'en',
      analyse([...log.slice(0, 2), '``` PyTorch 2.3.1+cu121 (you have 2.6.0+cu124)']),
    );
    expect(fence).toContain('````text');
  });

  it('shows paths as they are, whatever Markdown makes of a backslash', () => {
    const text = answerMarkdown('en', analyse(log));
    expect(text).toContain('D:\\\\AI\\\\ComfyUI\\_windows\\_portable');
  });
});
