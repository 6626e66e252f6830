// How each browser is started.

export const LAUNCH = {
  chromium: () => ({
    browser: "chrome",
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: [
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-quic",
      "--disable-sync",
      "--no-first-run",
      // Chromium refuses to run as root in its own sandbox, which is how a build machine runs it.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  }),
  firefox: () => ({
    browser: "firefox",
    executablePath: process.env.FIREFOX || "/usr/bin/firefox-esr",
    // As readers have it; the driver would switch it off.
    extraPrefsFirefox: { "security.fileuri.strict_origin_policy": true },
  }),
};
