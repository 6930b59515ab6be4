import { type CollectionBeforeOperationHook, type CollectionConfig, commitTransaction, type FieldAccess } from 'payload'
import { refuseFirstRegister } from '../src/access/refuseFirstRegister'
import { isAdmin, isStaff, roleOf, roles } from '../src/access/roles'
import { adminsOnly, computedField } from '../src/access/rules'
import { endSessionsWithRole } from '../src/accounts/endSessions'
import { keepNoKey } from '../src/accounts/keys/keepNoKey'
import { forgotPassword } from '../src/accounts/login/forgotPassword'
import { guardLogin } from '../src/accounts/login/guardLogin'
import { forgetSecondFactor } from '../src/accounts/twoFactor/forgetSecondFactor'
import { twoFactorEndpoints } from '../src/accounts/twoFactor/serveTwoFactor'
import { twoFactorLogin } from '../src/accounts/twoFactor/twoFactorLogin'
import { historyTab } from './fields/historyTab'
import { id } from './fields/id'
import { panel } from './fields/panel'

const selfOrAdmin: FieldAccess = ({ req, id: user }) =>
  isAdmin(req.user) || (Boolean(req.user) && req.user?.id === user)
const adminField: FieldAccess = ({ req }) => isAdmin(req.user)

/** Where there is a key, or is to be one. */
const keyed = (data: { hasAPIKey?: unknown; enableAPIKey?: unknown; apiKey?: unknown }): boolean =>
  Boolean(data.hasAPIKey || data.enableAPIKey || data.apiKey)

/**
 * Payload notes beside the transaction when a new password was last asked for, and inside it would wait for itself on SQLite,
 * which has one writer. Nothing was written yet; what follows is two writes to one row that need no transaction.
 */
const forgetWithoutTransaction: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation === 'forgotPassword') await commitTransaction(req)
  return args
}

/** The people who work here, and the keys of apps. Strangers see none of them; colleagues see names and roles. */
export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: 'User', plural: 'Users' },
  graphQL: { singularName: 'User', pluralName: 'Users' },
  admin: {
    components: { views: historyTab },
    useAsTitle: 'name',
    group: 'People',
    defaultColumns: ['name', 'role', 'updatedAt'],
  },
  auth: {
    useAPIKey: true,
    // Never: Payload's lock is one for the person too, and is counted without end. `mayTry` knows who asks. 0 would take away unlocking.
    maxLoginAttempts: Number.MAX_SAFE_INTEGER,
    tokenExpiration: 8 * 60 * 60,
  },
  access: {
    admin: ({ req }) => isStaff(req.user),
    read: ({ req }) => isStaff(req.user) || (req.user ? { id: { equals: req.user.id } } : false),
    create: adminsOnly,
    // Who has yet to enrol for two-factor login is somebody without a role.
    update: ({ req }) => isAdmin(req.user) || (req.user && roleOf(req.user) ? { id: { equals: req.user.id } } : false),
    delete: adminsOnly,
    unlock: adminsOnly,
  },
  hooks: {
    beforeOperation: [forgetWithoutTransaction, ...guardLogin.beforeOperation, ...twoFactorLogin.beforeOperation],
    beforeLogin: twoFactorLogin.beforeLogin,
    afterLogin: [...guardLogin.afterLogin, ...twoFactorLogin.afterLogin],
    afterOperation: [...guardLogin.afterOperation, ...twoFactorLogin.afterOperation],
    beforeChange: [endSessionsWithRole],
    afterDelete: [forgetSecondFactor],
  },
  endpoints: [
    { path: '/first-register', method: 'post', handler: refuseFirstRegister },
    { path: '/forgot-password', method: 'post', handler: forgotPassword },
    ...twoFactorEndpoints,
  ],
  fields: [
    id,
    { name: 'email', type: 'email', required: true, unique: true, access: { read: selfOrAdmin, update: adminField } },
    { name: 'name', type: 'text', required: true, maxLength: 120, saveToJWT: false },
    {
      name: 'role',
      type: 'select',
      required: true,
      defaultValue: 'editor',
      saveToJWT: true,
      options: roles.map((value) => ({
        value,
        label: { admin: 'Administrator', editor: 'Editor', reviewer: 'Reviewer', api: 'App (API key)' }[value],
      })),
      access: { create: adminField, update: adminField },
    },
    { name: 'enableAPIKey', type: 'checkbox', access: { read: selfOrAdmin, create: adminField, update: adminField } },
    {
      name: 'apiKey',
      type: 'text',
      access: { read: () => false, create: adminField, update: adminField },
      hooks: { beforeChange: [keepNoKey] },
    },
    { name: 'apiKeyIndex', type: 'text', hidden: true, access: { read: () => false } },
    {
      name: 'apiKeyExpiresAt',
      label: 'API key works until',
      type: 'date',
      access: { read: selfOrAdmin, create: adminField, update: adminField },
      admin: {
        condition: keyed,
        date: { pickerAppearance: 'dayAndTime' },
        description: 'For ever where it is empty. The key is shown once, when it is made: nobody can read it later.',
      },
    },
    {
      name: 'apiKeyLastUsedAt',
      label: 'API key last used',
      type: 'date',
      access: { read: selfOrAdmin, ...computedField },
      admin: {
        condition: keyed,
        readOnly: true,
        date: { pickerAppearance: 'dayAndTime' },
        description: 'To a quarter of an hour.',
      },
    },
    panel('twoFactor', '/editorial/admin/twoFactor/TwoFactorPanel#TwoFactorPanel'),
  ],
}
