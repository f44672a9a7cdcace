import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  insertion,
  missingIn,
  withoutOurs,
  withWanted,
} from '../../../../electron/engine/protection/edits.ts';
import { hashOf } from '../../../../electron/engine/protection/edits.ts';
import { forms, type FormName } from '../../../../electron/engine/protection/forms/index.ts';
import { constraintsIn } from '../../../../electron/engine/protection/forms/pip-settings-form.ts';

const address = '/env/attention-doctor-constraints.txt';
const wantedOf: Record<FormName, string[]> = {
  constraints: ['torch===2.9.1', 'numpy>=2,<3'],
  pip: [address],
  uv: ['torch===2.9.1', 'numpy>=2,<3'],
  names: ['xformers', 'triton'],
  downgrade: ['numpy'],
  overrides: ['numpy<2', 'numpy==1.25.0'],
};
const put = (form: FormName, text: string, wanted = wantedOf[form]) =>
  forms[form].put(text, wanted) ?? '(refused)';
const takeOut = (form: FormName, text: string, wanted = wantedOf[form]) =>
  forms[form].takeOut(text, wanted);

/** What people and programs have in these files. */
const texts: Record<FormName, string[]> = {
  constraints: ['', '# mine\nrequests<3\n'],
  pip: [
    '',
    '[global]\nindex-url = https://example.org/simple\n',
    '[global]\r\ntimeout = 60\r\n\r\n[install]\r\nno-cache-dir = true\r\n',
    '[install]\nconstraint = /a.txt\n    /b.txt\n# end\n[list]\nformat = columns\n',
    '[install]\nconstraint:/a.txt',
    '# \u00fc\n[install]',
    '[global]\rtimeout = 60\r[install]\rno-cache-dir = true\r',
    '  [install]\n  timeout = 60\n',
  ],
  uv: [
    ...['', '[pip]\nstrict = true\n'],
    'constraint-dependencies = ["six<2"]\n[[index]]\nurl = "x"\n',
    '"constraint-dependencies" = [\r\n  \'six<2\', # why\r\n]\r\n',
    "'constraint-dependencies'=[]",
  ],
  names: ['', 'opencv-python\r\n', 'a\nb'],
  downgrade: [
    '[default]\npreview_method = none\ndowngrade_blacklist = \nmodel = x\n',
    '[default]\r\ndowngrade_blacklist = diffusers, kornia\r\n',
    '[default]\nuse_uv = False\n',
  ],
  overrides: ['', '{}', '{\n    "numpy<1.24>=1.18": "numpy==1.26.4"\n}', '{"a":"b"}'],
};

describe.each(Object.keys(forms) as FormName[])(
  'lines of ours in a file of the form %s',
  (form) => {
    it('come out to the byte where nobody wrote in it', () => {
      for (const text of texts[form]) {
        const bytes = Buffer.from(text, 'latin1');
        const wanted = missingIn(bytes, form, wantedOf[form]);
        const after = withWanted(bytes, form, wanted);
        if (!after) throw new Error(`${form}: ${text}`);
        const where = insertion(bytes, after);
        if (!where) throw new Error(`no insertion: ${form}: ${text}`);
        expect(where.length).toBeGreaterThan(0);
        const own = { path: 'x', form, wanted, existed: true, after: hashOf(after) };
        expect(Buffer.from(withoutOurs(after, { ...own, ...where }) ?? [])).toEqual(bytes);
      }
    });

    it('come out alone where somebody did, and are not looked for twice', () => {
      for (const text of texts[form]) {
        const once = takeOut(form, put(form, text));
        expect(takeOut(form, once)).toBe(once);
        for (const word of wantedOf[form]) expect(once).not.toContain(word);
        for (const line of text.split(/[\r\n]+/).filter((each) => /[a-z]/.test(each)))
          if (!/^downgrade_blacklist = $/.test(line)) expect(once).toContain(line.trim());
      }
    });
  },
);

describe('pip’s settings', () => {
  it('keep what is there and name our file as well', () => {
    for (const text of texts.pip) {
      const before = constraintsIn(text, 'install');
      const after = put('pip', text);
      expect(constraintsIn(after, 'install')).toEqual([...before, address]);
    }
  });

  it('take over what our own would hide, and let go of it again', () => {
    const wanted = [address, '/etc/c.txt'];
    const after = put('pip', '[global]\nx = y\n', wanted);
    expect(constraintsIn(after, 'install')).toEqual(['/etc/c.txt', address]);
    expect(takeOut('pip', `${after}z = w\n`, wanted)).toBe('[global]\nx = y\n[install]\nz = w\n');
  });

  it('keep what the user added behind ours', () => {
    const after = `${put('pip', '')}    /mine.txt\n`;
    const left = takeOut('pip', after);
    expect(constraintsIn(left, 'install')).toEqual(['/mine.txt']);
    expect(left).not.toContain('attention-doctor');
  });

  it.each([
    '[install]\nconstraint = a\nconstraint = b\n',
    '[install]\nconstraint = a\n--constraint = b\n',
    '[install]\na = b\n[global]\n[install]\nc = d\n',
    '[DEFAULT]\nconstraint = a\n',
    ...['constraint = a\n', '[install]\nno value\n', '\u00ef\u00bb\u00bf[install]\n'],
  ])('are not touched where pip stops at them, or takes what it likes: %j', (text) => {
    expect(withWanted(Buffer.from(text, 'latin1'), 'pip', [address])).toBeNull();
  });

  it('lead to nothing of ours any more, even where somebody broke them', () => {
    expect(takeOut('pip', `${put('pip', '')}broken\n`)).not.toContain(address);
  });

  it('find the setting as pip names it, whatever is written before it', () => {
    expect(constraintsIn('[install]\n--Constraint : a b\n  c\n; no\nother = d', 'install')).toEqual(
      [...['a', 'b', 'c']],
    );
    expect(constraintsIn('[global]\nconstraint = a\n[install]\nx = y', 'install')).toEqual([]);
  });
});

describe('other files', () => {
  it('uv: one in a table or of another shape is left alone', () => {
    for (const text of [
      '[pip]\nconstraint-dependencies = ["a"]',
      '[pip]\n"constraint-dependencies" = ["a"]',
      'pip = { constraint-dependencies = [] }',
      'constraint-dependencies = "a"',
      'constraint-dependencies = [1]',
      'a = 1\rb = 2',
    ])
      expect(forms.uv.put(text, ['b'])).toBeNull();
  });

  it('uv: ours come out of a list that a formatter wrote anew', () => {
    const text = '# attention-doctor: x\nconstraint-dependencies = ["torch===2.9.1", "six<2"]\n';
    expect(takeOut('uv', text)).toBe('constraint-dependencies = ["six<2"]\n');
    expect(takeOut('uv', text.replace(', "six<2"', ''))).toBe('');
  });

  it('Manager: a name that is there already stays when ours goes', () => {
    const bytes = Buffer.from('[default]\ndowngrade_blacklist = numpy, kornia\n');
    expect(missingIn(bytes, 'downgrade', ['numpy', 'xformers'])).toEqual(['xformers']);
    expect(
      takeOut('downgrade', put('downgrade', bytes.toString(), ['xformers']), ['xformers']),
    ).toBe(bytes.toString());
    expect(missingIn(Buffer.from('xformers\n'), 'names', ['xformers', 'triton'])).toEqual([
      'triton',
    ]);
    const own = Buffer.from('{"numpy<2": "numpy==1.26.4"}');
    expect(missingIn(own, 'overrides', ['numpy<2'])).toEqual([]);
    expect(takeOut('overrides', own.toString(), ['numpy<2'])).toBe(own.toString());
  });

  it('Manager: it may write its settings anew, and ours come out all the same', () => {
    const rewritten = '[default]\npreview_method = auto\ndowngrade_blacklist = kornia, numpy\n\n';
    expect(takeOut('downgrade', rewritten)).toBe(
      '[default]\npreview_method = auto\ndowngrade_blacklist = kornia\n\n',
    );
    expect(forms.downgrade.put('[other]\na = b', ['numpy'])).toBeNull();
    expect(forms.overrides.put('{broken', ['numpy<2'])).toBeNull();
    expect(JSON.parse(put('overrides', '{"a": "b"}'))).toEqual({
      ...{ a: 'b', 'numpy<2': 'numpy', 'numpy==1.25.0': 'numpy' },
    });
  });

  it('any text at all: what we did not write is never lost', () => {
    const line = fc.stringMatching(/^[a-z[\]#;=: \t,"]{0,20}$/);
    const text = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'));
    for (const form of ['pip', 'names', 'constraints', 'uv', 'downgrade'] as const)
      fc.assert(
        fc.property(text, (before) => {
          const bytes = Buffer.from(before, 'latin1');
          const after = withWanted(bytes, form, wantedOf[form]);
          const where = after && insertion(bytes, after);
          if (!after || !where) return;
          const own = { path: 'x', form, wanted: wantedOf[form], existed: true };
          const entry = { ...own, after: hashOf(after), ...where };
          expect(Buffer.from(withoutOurs(after, entry) ?? [])).toEqual(bytes);
        }),
        { numRuns: 100 },
      );
  });
});
