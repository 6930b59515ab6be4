import { resolve } from 'node:path'
import { en } from '@payloadcms/translations/languages/en'
import { es } from '@payloadcms/translations/languages/es'
import { buildConfig, type CollectionConfig, type CollectionSlug, type Config } from 'payload'
import sharp from 'sharp'
import { Articles } from '../collections/Articles'
import { Audit } from '../collections/Audit'
import { Clinics } from '../collections/Clinics'
import { CompletedReviews } from '../collections/CompletedReviews'
import { DraftShares } from '../collections/DraftShares'
import { savedElsewhere } from '../collections/fields/savedElsewhere'
import { Jargon } from '../collections/Jargon'
import { Media } from '../collections/Media'
import { Organisation } from '../collections/Organisation'
import { Redirects } from '../collections/Redirects'
import { ReferenceChecks } from '../collections/ReferenceChecks'
import { Remedies } from '../collections/Remedies'
import { ReviewChecklists } from '../collections/ReviewChecklists'
import { ReviewComments } from '../collections/ReviewComments'
import { ReviewReminders } from '../collections/ReviewReminders'
import { Reviews } from '../collections/Reviews'
import { SecondFactors } from '../collections/SecondFactors'
import { Symptoms } from '../collections/Symptoms'
import { Users } from '../collections/Users'
import { WebhookDeliveries } from '../collections/WebhookDeliveries'
import { Webhooks } from '../collections/Webhooks'
import { createInOneLocale } from './access/createInOneLocale'
import { guardPublication } from './access/guardPublication'
import { hideUnpublishedIds } from './access/hideUnpublishedIds'
import { publicQuery } from './access/publicQuery'
import { hideReadiness, readyLocales } from './access/readyLocales'
import { restrictInternals } from './access/restrictInternals'
import { isAdmin } from './access/roles'
import { adminsOnly } from './access/rules'
import { admitByRule } from './accounts/admit'
import { answerFailedLogin } from './accounts/login/failedLogin'
import { sessionCookie } from './accounts/login/sessionCookie'
import { writeSessionsAlone } from './accounts/login/writeSessionsAlone'
import { noteReads } from './cache/reads'
import { databaseAdapter } from './database/adapter'
import { noteConflict } from './database/conflicts'
import { refusePartialBulk } from './database/refusePartialBulk'
import { serveListsToStrangers } from './delivery/listForStrangers'
import { auditChanges } from './editorial/audit/auditChanges'
import { auditSchedules, auditUnschedules } from './editorial/audit/auditSchedules'
import { auditShares } from './editorial/audit/auditShares'
import { auditUsers } from './editorial/audit/auditUsers'
import { exportAudit } from './editorial/audit/exportAudit'
import { bodyEditor } from './editorial/bodyEditor'
import { refuseOverwriting } from './editorial/conflicts/refuseOverwriting'
import { keepCompletedReview, noteReviewDates } from './editorial/dashboard/completedReviews'
import { noteEditor } from './editorial/dashboard/noteEditor'
import { createImported } from './editorial/importing/createImported'
import { previewImport } from './editorial/importing/previewImport'
import { dropStems, indexStems } from './editorial/indexStems'
import { dropAddresses, keepAddresses, noteAddresses } from './editorial/keepAddresses'
import { previewLinks } from './editorial/links/previewLinks'
import { teachNotPhrase } from './editorial/links/teachNotPhrase'
import { noteLocale } from './editorial/noteLocale'
import { gradeTask } from './editorial/plainLanguage/gradeUngraded'
import { guardReadiness } from './editorial/preflight/guardReadiness'
import { guardSchedules } from './editorial/preflight/guardSchedules'
import { previewFindings } from './editorial/preflight/previewFindings'
import { previewedCollections } from './editorial/preview/previewToken'
import { previewUrl } from './editorial/preview/previewUrl'
import { checkReferencesTask } from './editorial/references/checkReferences'
import {
  noteTermsBeforeChange,
  noteTermsBeforeDelete,
  relinkOnChange,
  relinkOnDelete,
  relinkTask,
} from './editorial/relink'
import { remindTask } from './editorial/review/reminders'
import { publishWhatWasReviewed } from './editorial/review/scheduledReview'
import { hideMedia, showMedia } from './editorial/showMedia'
import { confirmTranslation } from './editorial/translation/confirmTranslation'
import { deriveTranslation } from './editorial/translation/deriveTranslation'
import { publishOneLocale } from './editorial/translation/publishOneLocale'
import { serveExport, serveImport } from './editorial/vocabularyDesk/exchange/serveExchange'
import { serveMerge } from './editorial/vocabularyDesk/merge/serveMerge'
import { serveDryRun } from './editorial/vocabularyDesk/serveDryRun'
import { serveMentions } from './editorial/vocabularyDesk/serveMentions'
import { emailAdapter } from './email'
import { answerUnreadable } from './http/answerUnreadable'
import { keptSecret } from './keptSecret'
import { createLogger } from './logger'
import { keepInBucket } from './media/keepInBucket'
import { mediaFolder } from './media/mediaStore'
import { logChanges } from './publishing/logChanges'
import { settings } from './settings'

const here = resolve('src')
// @payloadcms/storage-s3 is one patch behind the others, and uses their Payload: see `overrides` in package.json.
process.env.PAYLOAD_DISABLE_DEPENDENCY_CHECKER = 'true'
const secret = settings.secret ?? keptSecret(settings.dataDir)

type Hooks = NonNullable<CollectionConfig['hooks']>

/** Adds hooks behind a collection's own. */
function withHooks(
  collection: CollectionConfig,
  hooks: { [Name in keyof Hooks]?: NonNullable<Hooks[Name]> },
): CollectionConfig {
  const merged: Record<string, unknown[]> = { ...(collection.hooks as Record<string, unknown[]>) }
  for (const [name, added] of Object.entries(hooks)) merged[name] = [...(merged[name] ?? []), ...(added as unknown[])]
  return { ...collection, hooks: merged as Hooks }
}

/** What every read of a public collection goes through, whichever road it came by. */
const readable = (collection: CollectionConfig): CollectionConfig =>
  withHooks(collection, {
    beforeOperation: [noteReads.beforeOperation, publicQuery],
    beforeRead: [readyLocales],
    afterRead: [noteReads.afterRead, hideReadiness],
    afterOperation: [hideUnpublishedIds],
  })

/**
 * What every collection with published documents needs, attached here once, where it cannot be forgotten. Preflight stands behind what
 * derives from the words and before what is written for the log.
 */
const published = (collection: CollectionConfig): CollectionConfig => ({
  ...withHooks(readable(collection), {
    beforeOperation: [
      guardPublication,
      publishOneLocale,
      noteLocale,
      guardReadiness.beforeOperation,
      ...refuseOverwriting.beforeOperation,
    ],
    beforeValidate: refuseOverwriting.beforeValidate,
    beforeChange: [deriveTranslation, guardReadiness.beforeChange, noteAddresses, ...logChanges.beforeChange],
    afterChange: [keepAddresses, ...logChanges.afterChange],
    afterOperation: [guardReadiness.afterOperation],
    beforeDelete: [dropAddresses, ...logChanges.beforeDelete],
    afterDelete: logChanges.afterDelete,
  }),
  fields: [savedElsewhere, ...collection.fields],
  // What readers' lists are filtered and sorted by where they say nothing else.
  indexes: [{ fields: ['_status', 'deletedAt', 'updatedAt'] }],
  admin: withDesk(collection.admin),
  endpoints: [
    ...(Array.isArray(collection.endpoints) ? collection.endpoints : []),
    confirmTranslation(collection.slug as CollectionSlug),
  ],
  // Which words a reader gets depends on the first, and is said in the second, whatever he selected.
  forceSelect: { localeStatus: true, fellBack: true } as never,
})

/** Whose changes are told in the audit, behind all other hooks, since it says what they came to. */
const audited = (collection: CollectionConfig): CollectionConfig => withHooks(collection, auditChanges)

/** What staff alone read, in pages of bounded length. */
const internal = (collection: CollectionConfig): CollectionConfig =>
  withHooks(collection, { beforeOperation: [publicQuery] })

/** English and another language side by side, as a tab of the document; and what is changed during a save is saved too. */
function withDesk(admin: CollectionConfig['admin']): NonNullable<CollectionConfig['admin']> {
  const { components } = admin ?? {}
  return {
    ...admin,
    components: {
      ...components,
      edit: {
        ...components?.edit,
        beforeDocumentControls: [
          '/editorial/admin/SaveLateChanges#SaveLateChanges',
          ...(components?.edit?.beforeDocumentControls ?? []),
        ],
      },
      views: {
        ...components?.views,
        edit: {
          ...components?.views?.edit,
          translation: {
            Component: '/editorial/admin/translation/TranslationView#TranslationView',
            path: '/translation',
            tab: { label: 'Translation', href: '/translation', order: 150 },
          },
        } as never,
      },
    },
  }
}

const vocabulary = (collection: CollectionConfig): CollectionConfig =>
  withHooks(published(collection), {
    beforeChange: [noteTermsBeforeChange],
    beforeDelete: [noteTermsBeforeDelete],
    afterChange: [relinkOnChange],
    afterDelete: [relinkOnDelete],
  })

const options: Omit<Config, 'db'> = {
  secret,
  // Without a public address the admin uses relative ones, and works under whatever name it is opened by.
  serverURL: settings.serverUrl ?? '',
  telemetry: false,
  collections: [
    audited(
      withHooks(published(Articles), {
        beforeChange: [noteEditor, noteReviewDates],
        afterChange: [showMedia, indexStems, keepCompletedReview],
        afterDelete: [hideMedia, dropStems],
      }),
    ),
    audited(vocabulary(Symptoms)),
    audited(vocabulary(Remedies)),
    audited(vocabulary(Clinics)),
    audited(withHooks(readable(Media), logChanges)),
    withHooks(readable(Redirects), logChanges),
    internal(Jargon),
    internal(Reviews),
    internal(ReviewComments),
    internal(ReviewChecklists),
    internal(ReviewReminders),
    internal(CompletedReviews),
    internal(ReferenceChecks),
    internal(withSessionCookie(withHooks(Users, auditUsers), settings.serverUrl)),
    SecondFactors,
    internal(Audit),
    internal(audited(Webhooks)),
    internal(WebhookDeliveries),
    internal(withHooks(DraftShares, auditShares)),
  ]
    .map((collection) =>
      withHooks(collection, { beforeOperation: [createInOneLocale], afterOperation: [refusePartialBulk] }),
    )
    .map((collection) => (collection.slug === 'media' ? withMediaFolder(collection, settings.dataDir) : collection)),
  globals: [Organisation],
  plugins: settings.s3 ? [keepInBucket(settings.s3)] : [],
  editor: bodyEditor,
  email: emailAdapter(settings.smtpUrl),
  sharp: sharp as never,
  logger: createLogger(settings.logLevel),
  // The asker's own mistakes are answered and not logged: they would hold what he asked for.
  loggingLevels: {
    BadRequest: false,
    QueryError: false,
    ValidationError: false,
    PreflightError: false,
    ConflictError: false,
    Forbidden: false,
    NotFound: false,
    // A login that fails is worth a line, and no more: whose it was is not said.
    AuthenticationError: 'info',
    LockedAuth: 'info',
    CodeNeeded: false,
    WrongCode: 'info',
    CodesLocked: 'warn',
    TooManyTries: 'warn',
  } as never,
  hooks: { afterError: [answerUnreadable, answerFailedLogin, ({ error }) => noteConflict(error)] },
  onInit: (payload) => {
    auditSchedules(payload)
    admitByRule(payload)
    writeSessionsAlone(payload)
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
  jobs: {
    tasks: [relinkTask, gradeTask, remindTask, checkReferencesTask],
    deleteJobOnComplete: true,
    jobsCollectionOverrides: ({ defaultJobsCollection }) => ({
      ...defaultJobsCollection,
      // Administrators look after what failed or stalls.
      access: { ...defaultJobsCollection.access, read: adminsOnly },
      admin: {
        ...defaultJobsCollection.admin,
        hidden: ({ user }) => !isAdmin(user as never),
        defaultColumns: ['taskSlug', 'processing', 'hasError', 'totalTried', 'waitUntil', 'createdAt'],
      },
      fields: [
        ...defaultJobsCollection.fields,
        {
          name: 'progress',
          type: 'json',
          admin: { readOnly: true, description: 'How much is done, and of how much.' },
        },
      ],
    }),
    access: { run: () => false, queue: () => false, cancel: () => false },
  },
  graphQL: {
    schemaOutputFile: resolve(here, '../schema.graphql'),
    disablePlaygroundInProduction: true,
    maxComplexity: 1_000_000,
  },
  typescript: { outputFile: resolve(here, 'payload-types.ts'), autoGenerate: false },
  admin: {
    user: 'users',
    importMap: { baseDir: here, importMapFile: resolve(here, 'app/(payload)/admin/importMap.js'), autoGenerate: false },
    avatar: 'default',
    meta: { titleSuffix: ' · Saphena' },
    livePreview: {
      collections: [...previewedCollections],
      url: previewUrl(settings.websiteUrl),
      breakpoints: [
        { name: 'phone', label: 'Phone', width: 375, height: 667 },
        { name: 'tablet', label: 'Tablet', width: 768, height: 1024 },
      ],
    },
    components: {
      beforeDashboard: ['/editorial/admin/dashboard/Dashboard#Dashboard'],
      afterNavLinks: ['/editorial/admin/importing/ImportNavLink#ImportNavLink'],
      views: {
        login: { Component: '/editorial/admin/twoFactor/LoginView#LoginView', path: '/login', exact: true },
        unauthorized: {
          Component: '/editorial/admin/twoFactor/UnauthorizedView#UnauthorizedView',
          path: '/unauthorized',
          exact: true,
        },
        deskList: { Component: '/editorial/admin/dashboard/DeskList#DeskList', path: '/desk/:list' },
        import: { Component: '/editorial/admin/importing/ImportView#ImportView', path: '/import', exact: true },
        vocabulary: { Component: '/editorial/admin/vocabularyDesk/VocabularyView#VocabularyView', path: '/vocabulary' },
      },
    },
  },
  maxDepth: 5,
  defaultDepth: 1,
  upload: {
    limits: { fileSize: 21 * 1024 * 1024, files: 1, fieldSize: 2 * 1024 * 1024, parts: 20 },
    abortOnLimit: true,
  },
  bodyParser: { limits: { fieldSize: 20 * 1024 * 1024 } },
}

function withSessionCookie(collection: CollectionConfig, serverUrl: string | undefined): CollectionConfig {
  const auth = typeof collection.auth === 'object' ? collection.auth : {}
  return { ...collection, auth: { ...auth, cookies: sessionCookie(serverUrl) } }
}

function withMediaFolder(collection: CollectionConfig, dataDir: string): CollectionConfig {
  const upload = typeof collection.upload === 'object' ? collection.upload : {}
  return { ...collection, upload: { ...upload, staticDir: mediaFolder(dataDir) } }
}

export default databaseAdapter({ url: settings.databaseUrl, dataDir: settings.dataDir })
  .then((db) => buildConfig({ ...options, db }))
  .then(restrictInternals)
  .then(serveListsToStrangers)
  .then(guardSchedules)
  // around preflight, to say what it refused
  .then(publishWhatWasReviewed)
  .then(auditUnschedules)
