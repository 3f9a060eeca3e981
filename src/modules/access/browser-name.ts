const browsers = [[/Edg\//, "Edge"], [/OPR\//, "Opera"], [/SamsungBrowser\//, "Samsung Internet"], [/YaBrowser\//, "Yandex"], [/Firefox\//, "Firefox"], [/HeadlessChrome|Chrome\//, "Chrome"], [/Safari\//, "Safari"]] as const;
const systems = [[/iPhone/, "iPhone"], [/iPad/, "iPad"], [/Android/, "Android"], [/Windows/, "Windows"], [/Mac OS X/, "macOS"], [/CrOS/, "ChromeOS"], [/Linux/, "Linux"]] as const;

/** What a browser calls itself, in the two names that its owner knows it by: "Firefox · Android". Null when it gives neither. They are brands, the same in every language. */
export const browserName = (userAgent: string): string | null => {
  const found = [browsers, systems].flatMap((names) => names.find(([pattern]) => pattern.test(userAgent))?.[1] ?? []);
  return found.length > 0 ? found.join(" · ") : null;
};
