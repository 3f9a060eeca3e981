/**
 * One spelling of an e-mail address, or null when it is none that we write to. NFKC comes first: a full-width ＠ must not make
 * an address that looks checked and is another's (GHSA-7rqj-j65f-68wh). No quoted local parts, no lists, no comments.
 */
export const normalEmail = (text: string): string | null => {
  const email = text.normalize("NFKC").trim().toLowerCase();
  if (email.length > 254) return null;
  return /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/.test(email)
    ? email
    : null;
};
