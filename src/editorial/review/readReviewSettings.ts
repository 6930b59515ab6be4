import type { PayloadRequest } from 'payload'

/** What the organisation says of reviews. */
export interface ReviewSettings {
  allowOwnApproval: boolean
  cycleMonths: number
  remindDaysBefore: number
}

export async function readReviewSettings(req: PayloadRequest): Promise<ReviewSettings> {
  const { review } = (await req.payload.findGlobal({
    slug: 'organisation',
    depth: 0,
    overrideAccess: true,
    req,
  })) as { review?: Partial<ReviewSettings> }
  return {
    allowOwnApproval: review?.allowOwnApproval ?? false,
    cycleMonths: review?.cycleMonths ?? 12,
    remindDaysBefore: review?.remindDaysBefore ?? 30,
  }
}

export const allowsOwnApproval = async (req: PayloadRequest): Promise<boolean> =>
  (await readReviewSettings(req)).allowOwnApproval
