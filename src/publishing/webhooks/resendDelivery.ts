import type { PayloadHandler } from 'payload'

/** `POST /api/webhook-deliveries/{id}/resend`: puts a delivery in again, at once and with its own id. For administrators. */
export const resendDelivery: PayloadHandler = async (req) => {
  const { payload, routeParams, user } = req
  if (!user || (user as { role?: string }).role !== 'admin')
    return Response.json({ errors: [{ message: 'Only administrators send again.' }] }, { status: user ? 403 : 401 })
  const { docs } = await payload.update({
    collection: 'webhook-deliveries',
    where: { id: { equals: String(routeParams?.id) } },
    data: { state: 'waiting', attempts: 0, nextAttemptAt: null, deliveredAt: null },
    depth: 0,
    overrideAccess: true,
    req,
  })
  if (docs.length === 0) return Response.json({ errors: [{ message: 'There is no such delivery.' }] }, { status: 404 })
  return Response.json({ message: 'It is sent again.', doc: { id: docs[0]?.id } })
}
