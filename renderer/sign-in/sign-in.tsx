import { createRoot } from 'react-dom/client';
import './sign-in.css';
import { SignInApp } from './SignInApp.tsx';

const root = document.getElementById('root');
if (root) createRoot(root).render(<SignInApp />);
