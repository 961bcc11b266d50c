FROM a
RUN --mount=type=secret,id=a,env=((x+)+)+$ echo "$((x"
RUN read "(a+)+$" </run/secrets/a; echo aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!
