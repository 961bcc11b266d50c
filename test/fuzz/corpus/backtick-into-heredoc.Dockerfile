)
RUN <<F ! `
`
RUN