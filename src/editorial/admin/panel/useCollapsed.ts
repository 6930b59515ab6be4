'use client'

import { usePreferences } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

const key = 'saphena-panels'

/** Whether a panel is closed, kept for each person among Payload's preferences. Open until somebody closes it. */
export function useCollapsed(panel: string): [boolean, (collapsed: boolean) => void] {
  const { getPreference, setPreference } = usePreferences()
  const [collapsed, setCollapsed] = useState(false)
  useEffect(() => {
    let gone = false
    void getPreference<Record<string, boolean> | undefined>(key).then((kept) => {
      if (!gone && kept?.[panel]) setCollapsed(true)
    })
    return () => {
      gone = true
    }
  }, [getPreference, panel])
  return [
    collapsed,
    (next) => {
      setCollapsed(next)
      void setPreference(key, { [panel]: next }, true)
    },
  ]
}
