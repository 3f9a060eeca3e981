/** A rating drawn as five stars, said in words by `label`. */
export const Stars = ({ value, label, className = "" }: { value: number; label: string; className?: string }) => (
  <span role="img" aria-label={label} className={`relative inline-block whitespace-nowrap text-line-strong ${className}`}>
    <span aria-hidden>★★★★★</span>
    <span aria-hidden className="absolute inset-y-0 start-0 overflow-hidden text-star" style={{ width: `${Math.max(0, Math.min(100, value * 20))}%` }}>★★★★★</span>
  </span>
);
