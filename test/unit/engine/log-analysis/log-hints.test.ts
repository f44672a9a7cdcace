import { describe, expect, it } from 'vitest';
import { analyse } from '../../../support/log-templates/analyse.ts';

const warning = (file: string) =>
  `${file}:211: FutureWarning: \`torch.cuda.amp.custom_fwd(args...)\` is deprecated. Please use \`torch.amp.custom_fwd(args..., device_type='cuda')\` instead.`;
const inXformers = warning(
  'D:\\AI\\python_embeded\\Lib\\site-packages\\xformers\\ops\\fmha\\flash.py',
);

describe('hints of a log', () => {
  it('an old xFormers is told by deprecation warnings, and is no fault', () => {
    const analysis = analyse(`${inXformers}\n  @torch_custom_fwd\nUsing xformers attention`);
    expect(analysis.hints).toEqual([{ key: 'log.hint.old-xformers' }]);
    expect(analysis.verdict).toBe('healthy');
  });

  it('beside a fault they stay a hint', () => {
    const analysis = analyse(`${inXformers}\nUSE_FLASH_ATTENTION was not enabled for build.`);
    expect(analysis.findings.map((each) => each.cause)).toEqual(['xformers_incomplete_build']);
    expect(analysis.hints).toHaveLength(1);
  });

  it('of another package they say no more than that', () => {
    const analysis = analyse(warning('/ai/custom_nodes/SomeNode/layers.py'));
    expect(analysis.hints).toEqual([{ key: 'log.hint.old-caller' }]);
  });

  it('without them there is none', () => {
    expect(analyse('Using xformers attention').hints).toEqual([]);
  });
});

describe('evidence of a log', () => {
  it('shows a line once, however many signatures know it', () => {
    const line =
      'OSError: [WinError 126] 找不到指定的模块。 Error loading "D:\\AI\\torch\\lib\\fbgemm.dll" or one of its dependencies.';
    const { findings } = analyse(['got prompt', line, 'got prompt', line]);
    expect(findings[0]?.evidence.map((each) => each.said?.line)).toEqual([2, 4]);
  });
});
