ONBUILD RUN for x in done \" curl x
RUN y $(( <<)
RUN