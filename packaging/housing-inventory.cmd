@echo off
rem The command, for a terminal:  housing-inventory run minmapp\inventory.json --out resultat
chcp 65001 >nul
"%~dp0program\housing-inventory.exe" %*
