import { useEffect } from 'react';
import { message, translate, type MessageKey } from '../../shared/messages/index.ts';
import { Announcer } from '../components/announcer.tsx';
import { CrashNotice } from '../components/crash-notice.tsx';
import { ConnectionNotice } from '../components/connection-notice.tsx';
import { Palette } from '../components/palette.tsx';
import { SettingsNotice } from '../components/settings-notice.tsx';
import { StepRail } from '../components/step-rail.tsx';
import { TitleBar } from '../components/title-bar.tsx';
import { WelcomeBack } from '../components/welcome-back.tsx';
import { useTexts } from '../language/texts.ts';
import { AboutPage } from '../screens/about-page.tsx';
import { AttentionPage } from '../screens/attention-page.tsx';
import { DiagnosisScreen } from '../screens/diagnosis-screen.tsx';
import { HistoryScreen } from '../screens/history-screen.tsx';
import { InstallScreen } from '../screens/install-screen.tsx';
import { LogScreen } from '../screens/log-screen.tsx';
import { RepairScreen } from '../screens/repair-screen.tsx';
import { ReportScreen } from '../screens/report-screen.tsx';
import { SettingsScreen } from '../screens/settings-screen.tsx';
import { TimelinePage } from '../screens/timeline-page.tsx';
import { WheelBrowser } from '../screens/wheel-browser.tsx';
import { VerificationScreen } from '../screens/verification-screen.tsx';
import { useActions, useApp, useSession } from '../store/store-context.ts';
import { pageOf, type Page } from '../store/wizard-page.ts';
import styles from './app.module.css';
import { usePaste } from './use-paste.ts';
import { StartPage } from './start-page.tsx';
import { useDrop } from './use-drop.ts';
import { useAddress } from './use-address.ts';
import { useHeadingFocus } from './use-heading-focus.ts';

/** The wizard, once the engine has said where it stands. */
export function App() {
  const loaded = useApp((current) => current.loaded);
  return loaded.phase === 'ready' ? <Wizard /> : <StartPage loaded={loaded} />;
}

function Wizard() {
  const { language, text } = useTexts();
  const session = useSession();
  const chosenPage = useApp((current) => current.chosenPage);
  const wantedGoal = useApp((current) => current.wantedGoal);
  const page = chosenPage ?? pageOf(session, wantedGoal);
  const reading = useApp((current) => current.reading !== null);
  const wheelFor = useApp((current) => current.wheelFor);
  const { operationId, outcome } = session.operation ?? {};
  const aside = `${reading ? 'reading' : ''} ${wheelFor ? 'wheels' : ''}`;
  useHeadingFocus(page, `${operationId ?? ''} ${outcome ?? ''} ${aside}`);
  const { takeDropped, goTo } = useActions();
  useAddress(page, goTo);
  const dragging = useDrop(takeDropped);
  usePaste(takeDropped);
  useEffect(() => {
    const name = text(nameOf(page));
    document.title = `${name} · ${translate(language, message('ui.app.name'))}`;
  });
  return (
    <div className={styles.frame}>
      <TitleBar />
      <StepRail page={page} />
      <div className={styles.side}>
        <ConnectionNotice />
        <SettingsNotice />
        <CrashNotice />
        <WelcomeBack />
        {wheelFor ? <WheelBrowser {...wheelFor} /> : <PageContent page={page} />}
      </div>
      {dragging && <p className={styles.dropping}>{text('ui.read-log.drop-now')}</p>}
      <Announcer />
      <Palette />
    </div>
  );
}

function nameOf(page: Page): MessageKey {
  if (page === 'history') return 'ui.history.title';
  if (page === 'attention') return 'explain.title';
  if (page === 'settings') return 'settings.title';
  if (page === 'about') return 'settings.about';
  if (page === 'timeline') return 'history.timeline.title';
  return page === 'log' ? 'ui.read-log.title' : `ui.step.${page}`;
}

function PageContent(props: { page: Page }) {
  switch (props.page) {
    case 'install':
      return <InstallScreen />;
    case 'diagnosis':
      return <DiagnosisScreen />;
    case 'upgrade':
    case 'triton':
      return <RepairScreen key={props.page} area={props.page} />;
    case 'verification':
      return <VerificationScreen />;
    case 'report':
      return <ReportScreen />;
    case 'history':
      return <HistoryScreen />;
    case 'timeline':
      return <TimelinePage />;
    case 'log':
      return <LogScreen />;
    case 'settings':
      return <SettingsScreen />;
    case 'about':
      return <AboutPage />;
    case 'attention':
      return <AttentionPage />;
  }
}
