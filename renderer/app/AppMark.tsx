/** The mark of the app, in the accent of the scheme. */
export function AppMark({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden>
      <rect x="1" y="1" width="22" height="22" rx="6" fill="var(--accent)" />
      <g fill="none" stroke="#fff" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round">
        <path d="M6 15.5 10 9l3.5 4.5L18 8" strokeOpacity=".55" />
        <path d="M6 17.5h12M6 12.2h12" />
      </g>
    </svg>
  );
}
