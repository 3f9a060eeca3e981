import "@/app/globals.css";
import { wordsIn } from "@/i18n/translator";

const GlobalNotFound = () => {
  const words = wordsIn("en");
  return (
    <html lang="en">
      <body className="grid min-h-dvh place-items-center p-6 text-center">
        <div>
          <h1 className="mb-2 text-2xl font-bold">{words("shop.notFound")}</h1>
          <p className="mb-6 text-ink-soft">{words("shop.notFoundBody")}</p>
          <a className="rounded-lg bg-brand px-5 py-3 font-semibold text-white" href="/">{words("shop.toHome")}</a>
        </div>
      </body>
    </html>
  );
};

export default GlobalNotFound;
