/** Reading needs no script: these pages are whole without it, on any browser and on paper. */
export const csr = false;
