import ar from "./messages/ar.json";
import de from "./messages/de.json";
import en from "./messages/en.json";
import es from "./messages/es.json";
import fr from "./messages/fr.json";
import id from "./messages/id.json";
import ja from "./messages/ja.json";
import ko from "./messages/ko.json";
import pt from "./messages/pt.json";
import ru from "./messages/ru.json";
import zh from "./messages/zh.json";
import type { Language } from "./languages";

// The other languages have English's keys, arguments and every plural category of their own: tests/architecture/messages.test.ts proves it.
const byLanguage = { en, zh, es, pt, fr, de, ja, ko, ru, ar, id } as unknown as Record<Language, typeof en>;

export const messagesOf = (language: string): typeof en => byLanguage[language as Language] ?? en;
