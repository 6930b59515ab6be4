import { type CollectionBeforeOperationHook, type CollectionConfig, commitTransaction, type FieldAccess } from 'payload'
import { refuseFirstRegister } from '../src/access/refuseFirstRegister'
import { isAdmin, isStaff, roles } from '../src/access/roles'
import { adminsOnly } from '../src/access/rules'
import { historyTab } from './fields/historyTab'
import { id } from './fields/id'

const selfOrAdmin: FieldAccess = ({ req, id: user }) =>
  isAdmin(req.user) || (Boolean(req.user) && req.user?.id === user)
const adminField: FieldAccess = ({ req }) => isAdmin(req.user)

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
    maxLoginAttempts: 5,
    lockTime: 10 * 60 * 1000,
    tokenExpiration: 8 * 60 * 60,
    cookies: { sameSite: 'Lax' },
  },
  access: {
    admin: ({ req }) => isStaff(req.user),
    read: ({ req }) => isStaff(req.user) || (req.user ? { id: { equals: req.user.id } } : false),
    create: adminsOnly,
    update: ({ req }) => isAdmin(req.user) || (req.user ? { id: { equals: req.user.id } } : false),
    delete: adminsOnly,
    unlock: adminsOnly,
  },
  hooks: { beforeOperation: [forgetWithoutTransaction] },
  endpoints: [{ path: '/first-register', method: 'post', handler: refuseFirstRegister }],
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
    { name: 'apiKey', type: 'text', access: { read: selfOrAdmin, create: adminField, update: adminField } },
    { name: 'apiKeyIndex', type: 'text', hidden: true, access: { read: () => false } },
  ],
}
