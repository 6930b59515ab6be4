/** Hints open and close by style alone. Escape puts one away without moving the pointer or the focus (WCAG 1.4.13). */
addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return
  for (const term of document.querySelectorAll('.term:hover, .term:focus-within')) {
    term.classList.add('put-away')
    const back = () => term.classList.remove('put-away')
    for (const event of ['pointerleave', 'focusout']) term.addEventListener(event, back, { once: true })
  }
})
