import { useCallback, useEffect, useState } from 'react'
import { askServer } from '../askServer'

export interface TwoFactorStatus {
  enrolled: boolean
  recoveryCodesLeft: number
}

/** Whether this person logs in by two factors, as the server knows it; `read` asks anew. */
export function useTwoFactorStatus(person: string | undefined) {
  const [status, setStatus] = useState<TwoFactorStatus>()
  const [complaint, setComplaint] = useState('')
  const read = useCallback(async () => {
    if (!person) return
    const answer = await askServer<TwoFactorStatus>(`/api/users/two-factor/status/${encodeURIComponent(person)}`)
    setComplaint('complaint' in answer ? answer.complaint : '')
    if ('body' in answer) setStatus(answer.body)
  }, [person])
  useEffect(() => {
    void read()
  }, [read])
  return { complaint, status, read: () => void read() }
}
