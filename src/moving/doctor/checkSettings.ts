import type { Check } from './finding'

/** Settings that can be used and are seldom meant. */
export const checkSettings: Check = async ({ settings }) => {
  const { databaseUrl, secret, serverUrl, smtpUrl, production } = settings
  return [
    ...(!databaseUrl.startsWith('file:') && !secret
      ? [
          {
            level: 'problem' as const,
            what: 'There is no PAYLOAD_SECRET, so that each machine makes its own, while MongoDB may have several of them',
            todo: 'Set PAYLOAD_SECRET, the same on each: the one in the file "secret" in DATA_DIR keeps sessions and keys of apps valid',
          },
        ]
      : []),
    ...(production && !serverUrl
      ? [
          {
            level: 'hint' as const,
            what: 'There is no SERVER_URL: links in answers are relative, and cookies are not marked secure',
            todo: 'Set it to the public address, such as https://cms.example.org',
          },
        ]
      : []),
    ...(production && !smtpUrl
      ? [
          {
            level: 'hint' as const,
            what: 'There is no SMTP_URL: new passwords and reminders of reviews are noted in the log and sent to nobody',
            todo: 'Set it to where e-mail is handed in',
          },
        ]
      : []),
  ]
}
