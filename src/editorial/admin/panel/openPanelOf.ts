/** Opens the panel that an element stands in or is, where it is closed; done once what is in it can have the focus. */
export async function openPanelOf(element: HTMLElement): Promise<void> {
  const toggle = element
    .closest('.saphena-panel')
    ?.querySelector<HTMLElement>('.saphena-panel__toggle[aria-expanded="false"]')
  if (!toggle) return
  toggle.click()
  // it is drawn, and then its content is let in
  for (let frame = 0; frame < 3; frame++) await new Promise((drawn) => requestAnimationFrame(drawn))
}
