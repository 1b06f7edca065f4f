# An effect at the deadline is in time: a window is over, and seen, only after its last instant.
0 up payments
0 up mail
0 up events
0 up ledger
0 expect C say=count kind=refund min=1 max=1 within=500
205 begin C
225 act C name=approval
725 look C last=yes
725 happen e1 kind=refund by=C corr=C
