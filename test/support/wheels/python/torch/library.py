class Library:
    def __init__(self, namespace, kind):
        self.namespace = namespace
        self.kind = kind
