import { Fold } from './fold.tsx';
import { useTexts } from '../language/texts.ts';

/** What a way back did not touch, because it is somebody else's by now. */
export function LeftAlone(props: { paths: readonly string[] }) {
  const { text } = useTexts();
  if (props.paths.length === 0) return null;
  return (
    <Fold summary={text('ui.left-alone', { count: props.paths.length })}>
      <ul>
        {props.paths.map((location) => (
          <li key={location}>{location}</li>
        ))}
      </ul>
    </Fold>
  );
}
