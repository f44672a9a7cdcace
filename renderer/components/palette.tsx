import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTexts } from '../language/texts.ts';
import { useActions, useApp } from '../store/store-context.ts';
import { usePaletteCommands, type Command } from '../store/use-palette-commands.ts';
import styles from './palette.module.css';

/** Everything that one may want, by its name: Ctrl+K or Cmd+K. */
export function Palette() {
  const open = useApp((current) => current.paletteOpen);
  const { setPaletteOpen: setOpen } = useActions();
  const before = useRef<Element | null>(null);
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      before.current = document.activeElement;
      setOpen(!open);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [open, setOpen]);
  function close(): void {
    setOpen(false);
    if (before.current instanceof HTMLElement) before.current.focus();
  }
  return open ? <Opened onClose={close} /> : null;
}

function Opened(props: { onClose: () => void }) {
  const { text } = useTexts();
  const commands = usePaletteCommands();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const words = typed.toLowerCase().split(/\s+/);
  const shown = commands.filter(({ label, hint }) => {
    const line = `${label} ${hint}`.toLowerCase();
    return words.every((word) => line.includes(word));
  });
  const chosen = Math.min(at, shown.length - 1);

  function run(command: Command | undefined): void {
    if (!command) return;
    props.onClose();
    command.run();
  }
  function press(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') props.onClose();
    else if (event.key === 'Enter') run(shown[chosen]);
    else if (step !== undefined) setAt((chosen + step + shown.length) % Math.max(1, shown.length));
    else return;
    event.preventDefault();
  }
  return (
    <div className={styles.back} onMouseDown={props.onClose}>
      <div
        className={styles.box}
        role="dialog"
        aria-modal="true"
        aria-label={text('ui.palette.title')}
        onMouseDown={(event) => event.stopPropagation()}
        onKeyDown={press}
      >
        <input
          ref={input}
          className={styles.input}
          role="combobox"
          aria-expanded="true"
          aria-controls={id}
          aria-activedescendant={shown.length > 0 ? `${id}-${chosen}` : undefined}
          aria-label={text('ui.palette.title')}
          placeholder={text('ui.palette.placeholder')}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setAt(0);
          }}
          onBlur={() => input.current?.focus()}
        />
        <ul id={id} className={styles.list} role="listbox" aria-label={text('ui.palette.title')}>
          {shown.map((command, index) => (
            <li
              key={command.id}
              id={`${id}-${index}`}
              className={styles.item}
              role="option"
              aria-selected={index === chosen}
              onClick={() => run(command)}
            >
              <span>{command.label}</span>
              <span className="quiet-note">{command.hint}</span>
            </li>
          ))}
        </ul>
        {shown.length === 0 && (
          <p className={styles.none} role="status">
            {text('ui.palette.none')}
          </p>
        )}
      </div>
    </div>
  );
}
