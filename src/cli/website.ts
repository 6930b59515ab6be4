import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { makeSecret } from '../publishing/webhooks/sign'
import { settings } from '../settings'
import { registerWebhook } from './registerWebhook'
import { runIn } from './runIn'
import { runningSaphena } from './runningSaphena'

/**
 * `npm run website`: the example website, on a running Saphena with the same settings. Installs its packages where they are missing,
 * builds it, tells Saphena of its webhook, and serves it at WEBSITE_URL.
 */
const folder = resolve('examples/website')
const saphenaUrl = await runningSaphena()
const siteUrl = settings.websiteUrl ?? 'http://127.0.0.1:4321'
const { hostname, port, protocol } = new URL(siteUrl)

if (!existsSync(`${folder}/node_modules`)) await runIn(folder, ['npm', 'ci', '--no-audit', '--no-fund'])
await runIn(folder, ['npm', 'run', '--silent', 'build'])

const secret = process.env.WEBHOOK_SECRET || makeSecret()
const hook = `${siteUrl}/webhooks/saphena`
if (process.env.WEBHOOK_SECRET) console.log(`The webhook is expected at ${hook}`)
else if (settings.adminPassword) await registerWebhook({ saphenaUrl, settings, url: hook, secret })
else
  console.log(
    `So that the website hears of changes, add a webhook in ${saphenaUrl}/admin: URL ${hook}, secret ${secret}\n` +
      'Start this again with that secret as WEBHOOK_SECRET to keep it; with ADMIN_EMAIL and ADMIN_PASSWORD it is added for you.',
  )
if (!settings.webhookAllowPrivate && /^(localhost|127\.|10\.|192\.168\.)/.test(hostname))
  console.log('Saphena sends nothing to this machine unless it was started with WEBHOOK_ALLOW_PRIVATE=true.')
if (!settings.websiteUrl)
  console.log(`Saphena shows drafts on this website where it was started with WEBSITE_URL=${siteUrl}`)
await runIn(folder, ['node', 'server.mjs'], {
  PORT: port || (protocol === 'https:' ? '443' : '80'),
  HOST: hostname,
  SAPHENA_URL: saphenaUrl,
  SITE_URL: siteUrl,
  WEBHOOK_SECRET: secret,
})
