/** Two linked points: the shop and its customer. */
export function Mark() {
  return (
    <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden>
      <path d="M6 16 16 6" stroke="currentColor" strokeWidth="1.8" />
      <circle cx="5.5" cy="16.5" r="3.7" fill="currentColor" />
      <circle cx="16.5" cy="5.5" r="3.2" fill="var(--canvas)" stroke="currentColor" strokeWidth="1.8" />
    </svg>
  );
}
