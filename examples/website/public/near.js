/** Where the reader is, to about a kilometre, asked for only when he presses the button. */
const button = document.getElementById('near')
const note = document.getElementById('near-note')

if (button && 'geolocation' in navigator) {
  button.hidden = false
  button.addEventListener('click', () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        location.search = `near=${coords.latitude.toFixed(2)},${coords.longitude.toFixed(2)}`
      },
      () => {
        note.textContent = button.dataset.refused
      },
      { timeout: 10_000, maximumAge: 600_000 },
    ),
  )
}
