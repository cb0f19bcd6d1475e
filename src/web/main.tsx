import { createRoot } from 'react-dom/client'
import 'virtual:nlds.css'
import './kader/thema.css'
import './kader/kader.css'
import './kader/bovenbalk.css'
import './onderdelen/onderdelen.css'
import './onderdelen/velden.css'
import './kader/afdruk.css'
import { App } from './App.tsx'

const wortel = document.getElementById('meedoen')
if (wortel) createRoot(wortel).render(<App />)
