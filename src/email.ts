import nodemailer from 'nodemailer'
import type { EmailAdapter } from 'payload'

/** E-mail by any SMTP server. Without one, that a message was due is logged, without whom it was for or what it said. */
export const emailAdapter =
  (smtpUrl: string | undefined): EmailAdapter<void> =>
  ({ payload }) => {
    const transport = smtpUrl ? nodemailer.createTransport(smtpUrl) : undefined
    return {
      name: transport ? 'smtp' : 'log',
      defaultFromAddress: 'saphena@localhost.localdomain',
      defaultFromName: 'Saphena',
      sendEmail: async (message) => {
        if (!transport) {
          payload.logger.warn(
            { subject: message.subject },
            'An e-mail was due and SMTP_URL is not set: it was not sent',
          )
          return
        }
        await transport.sendMail(message)
      },
    }
  }
