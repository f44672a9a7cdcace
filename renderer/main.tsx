import './backend/without-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './theme/index.css';
import { Root } from './app/root.tsx';
import { startApp } from './app/start-app.ts';
import { chooseBackend } from './backend/choose-backend.ts';
import { fetchLanguage } from './language/fetched-catalogues.ts';
import { pickLanguage } from './language/pick-language.ts';

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root');
const root = createRoot(place);
const handle = startApp(chooseBackend());
// Nobody sees English first who reads Chinese.
void fetchLanguage(pickLanguage(null, navigator.languages)).finally(() => {
  root.render(
    <StrictMode>
      <Root handle={handle} />
    </StrictMode>,
  );
});
