import './backend/without-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './theme/index.css';
import { Root } from './app/root.tsx';
import { startApp } from './app/start-app.ts';
import { chooseBackend } from './backend/choose-backend.ts';

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root');
createRoot(place).render(
  <StrictMode>
    <Root handle={startApp(chooseBackend())} />
  </StrictMode>,
);
