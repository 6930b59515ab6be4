/** Opens the panel that an element stands in or is, where it is closed. */
export const openPanelOf = (element: HTMLElement | null | undefined): void =>
  element
    ?.closest('.saphena-panel')
    ?.querySelector<HTMLElement>('.saphena-panel__toggle[aria-expanded="false"]')
    ?.click()
