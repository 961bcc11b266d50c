do  \
F
RUN $ ` <<E
SHELL