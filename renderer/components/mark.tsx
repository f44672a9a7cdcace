/** The sign of the app: four tiles, one of them lit, as attention works through a matrix. */
export function Mark() {
  return (
    <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
      <rect x="1" y="1" width="9" height="9" rx="2.5" fill="currentColor" />
      <rect x="12" y="1" width="9" height="9" rx="2.5" fill="currentColor" opacity="0.35" />
      <rect x="1" y="12" width="9" height="9" rx="2.5" fill="currentColor" opacity="0.35" />
      <rect x="12" y="12" width="9" height="9" rx="2.5" fill="currentColor" opacity="0.7" />
    </svg>
  );
}
