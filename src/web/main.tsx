import { createRoot } from 'react-dom/client'
import 'virtual:nlds.css'
import './stijl.ts'
import { App } from './App.tsx'

const wortel = document.getElementById('meedoen')
if (wortel) createRoot(wortel).render(<App />)
