import { resolve } from 'node:path'
import { en } from '@payloadcms/translations/languages/en'
import { es } from '@payloadcms/translations/languages/es'
import { buildConfig, type Config } from 'payload'
import sharp from 'sharp'
import { guardPermissions } from './access/guardPermissions'
import { guardUnschedules } from './access/guardUnschedules'
import { restrictInternals } from './access/restrictInternals'
import { admitByRule } from './accounts/admit'
import { answerFailedLogin } from './accounts/login/failedLogin'
import { admin } from './config/admin'
import { collections } from './config/collections'
import { globals } from './config/globals'
import { jobs } from './config/jobs'
import { loggingLevels } from './config/loggingLevels'
import { databaseAdapter } from './database/adapter'
import { noteConflict } from './database/conflicts'
import { serveListsToStrangers } from './delivery/listForStrangers'
import { auditSchedules, auditUnschedules } from './editorial/audit/auditSchedules'
import { exportAudit } from './editorial/audit/exportAudit'
import { bodyEditor } from './editorial/bodyEditor'
import { createImported } from './editorial/importing/createImported'
import { previewImport } from './editorial/importing/previewImport'
import { previewLinks } from './editorial/links/previewLinks'
import { teachNotPhrase } from './editorial/links/teachNotPhrase'
import { guardSchedules } from './editorial/preflight/guardSchedules'
import { previewFindings } from './editorial/preflight/previewFindings'
import { publishWhatWasReviewed } from './editorial/review/scheduledReview'
import { serveExport, serveImport } from './editorial/vocabularyDesk/exchange/serveExchange'
import { serveMerge } from './editorial/vocabularyDesk/merge/serveMerge'
import { serveDryRun } from './editorial/vocabularyDesk/serveDryRun'
import { serveMentions } from './editorial/vocabularyDesk/serveMentions'
import { emailAdapter } from './email'
import { answerUnreadable } from './http/answerUnreadable'
import { keptSecret } from './keptSecret'
import { createLogger } from './logger'
import { keepInBucket } from './media/keepInBucket'
import { settings } from './settings'

const here = resolve('src')
// @payloadcms/storage-s3 is one patch behind the others, and uses their Payload: see `overrides` in package.json.
process.env.PAYLOAD_DISABLE_DEPENDENCY_CHECKER = 'true'
const secret = settings.secret ?? keptSecret(settings.dataDir)

const options: Omit<Config, 'db'> = {
  secret,
  // Without a public address the admin uses relative ones, and works under whatever name it is opened by.
  serverURL: settings.serverUrl ?? '',
  telemetry: false,
  collections: collections(settings),
  globals,
  plugins: settings.s3 ? [keepInBucket(settings.s3)] : [],
  editor: bodyEditor,
  email: emailAdapter(settings.smtpUrl),
  sharp: sharp as never,
  logger: createLogger(settings.logLevel),
  loggingLevels,
  hooks: { afterError: [answerUnreadable, answerFailedLogin, ({ error }) => noteConflict(error)] },
  onInit: (payload) => {
    auditSchedules(payload)
    admitByRule(payload)
  },
  localization: {
    locales: [
      { code: 'en', label: 'English' },
      { code: 'es', label: 'Español' },
    ],
    defaultLocale: 'en',
    fallback: true,
    // A translator who publishes has not read what the others wrote.
    defaultLocalePublishOption: 'active',
  },
  i18n: { supportedLanguages: { en, es }, fallbackLanguage: 'en' },
  endpoints: [
    previewLinks,
    teachNotPhrase,
    previewFindings,
    previewImport,
    createImported,
    serveDryRun,
    serveMentions,
    serveMerge,
    serveExport,
    serveImport,
    exportAudit,
  ],
  jobs,
  graphQL: {
    schemaOutputFile: resolve(here, '../schema.graphql'),
    disablePlaygroundInProduction: true,
    maxComplexity: 1_000_000,
  },
  typescript: { outputFile: resolve(here, 'payload-types.ts'), autoGenerate: false },
  admin: {
    ...admin(settings),
    importMap: { baseDir: here, importMapFile: resolve(here, 'app/(payload)/admin/importMap.js'), autoGenerate: false },
  },
  maxDepth: 5,
  defaultDepth: 1,
  upload: {
    limits: { fileSize: 21 * 1024 * 1024, files: 1, fieldSize: 2 * 1024 * 1024, parts: 20 },
    abortOnLimit: true,
  },
  bodyParser: { limits: { fieldSize: 20 * 1024 * 1024 } },
}

export default databaseAdapter({ url: settings.databaseUrl, dataDir: settings.dataDir })
  .then((db) => buildConfig({ ...options, db }))
  .then(restrictInternals)
  .then(guardPermissions)
  .then(serveListsToStrangers)
  .then(guardSchedules)
  // around preflight, to say what it refused
  .then(publishWhatWasReviewed)
  .then(guardUnschedules)
  .then(auditUnschedules)
