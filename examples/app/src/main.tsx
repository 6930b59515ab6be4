import { render } from 'preact'
import { App } from './App'
import './app.css'

const root = document.getElementById('app')
if (root) render(<App />, root)
if (import.meta.env.PROD) void navigator.serviceWorker?.register('./serviceWorker.js')
