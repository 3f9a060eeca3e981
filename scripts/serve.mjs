// Starts the app in production. TypeScript is read by a hook on `require` alone: under tsx's hook on `import`, each import() that Next does while it answers
// (its cache handler, with every request) would be asked of another thread.
import { require as load } from "tsx/cjs/api";

load("./serve.ts", import.meta.url);
