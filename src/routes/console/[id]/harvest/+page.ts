/** A form and a page to read: both are whole without script. */
export const csr = false;
