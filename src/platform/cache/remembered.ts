/**
 * Rows that every page needs and that change a few times a day (markets, rates, rules): read once, kept for a few seconds.
 * Five seconds is the time within which a change must be seen everywhere, whichever process made it.
 */
export const remembered = <V>(load: () => Promise<V>, seconds = 4): { read: () => Promise<V>; forget: () => void } => {
  let kept: { at: number; value: Promise<V> } | undefined;
  return {
    read: () => {
      const at = performance.now();
      if (!kept || at - kept.at > seconds * 1000) {
        const value = load();
        value.catch(() => (kept = undefined));
        kept = { at, value };
      }
      return kept.value;
    },
    forget: () => {
      kept = undefined;
    },
  };
};
