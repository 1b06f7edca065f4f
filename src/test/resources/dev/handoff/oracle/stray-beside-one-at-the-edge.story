# A stray and an effect that may have come before the window closed are together one too many, though neither is alone.
0 up payments
0 up mail
0 up events
0 up ledger
0 expect B say=count kind=completed max=1 stated=yes within=300
0 expect B say=count kind=completed max=1 stated=yes within=300 stray=fail
148 begin B
155 act B name=approval
192 happen e4 kind=completed by=B
458 happen e3 kind=completed by=B corr=B made=10
486 poll events
2910 poll ledger
2913 poll events
2913 look B
